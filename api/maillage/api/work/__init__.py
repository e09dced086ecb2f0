"""What takes a while or changes the network: jobs, questions, the other process, what is kept."""
