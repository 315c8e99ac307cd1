"""CSV and Excel files of the hub's records: pure, but for the file that is read or written."""
