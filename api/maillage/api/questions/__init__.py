"""What may take long to answer: questions that another process can be asked as well."""
