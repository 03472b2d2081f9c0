"""All the SQL there is: connection, migrations, one file for each aggregate, search."""
