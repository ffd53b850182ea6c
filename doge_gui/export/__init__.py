"""Files for others to read: tables and values over time as CSV, XLSX and Parquet, reports as HTML. No Qt."""
