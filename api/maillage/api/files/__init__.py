"""Files that were sent: received, read as a job, kept for a while."""
