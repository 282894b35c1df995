/// What every domain needs to keep its records: the prepared database and JSON columns.
@NullMarked
package org.cleanclaim.app.storage;

import org.jspecify.annotations.NullMarked;
