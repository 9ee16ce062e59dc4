"""Score tables from outside (text, CSV, XLSX, web pages, JSON) as typed score sheets."""
