"""CSV as a data package: tables as text, and a descriptor of every column beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from sim.results.datapackage import data_package


def csv_package(name: str, title: str, sides: Sequence[str], tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """Return the descriptor of tables that are written as ``NAME.csv``, by the Data Package standard."""
    schemas = {table: pa.Schema.from_pandas(frame, preserve_index=False) for table, frame in tables.items()}
    package = data_package(name, title, sides, schemas)
    for resource in package["resources"]:
        table = resource["name"]
        resource |= {"path": f"{table}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        resource["schema"]["missingValues"] = [""]
    return package
