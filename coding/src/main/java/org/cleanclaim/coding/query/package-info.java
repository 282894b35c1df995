/// Queries to physicians: what one consists of, and whether it may be sent. The practice that the
/// checks hold a query to is ACDIS and AHIMA, "Guidelines for Achieving a Compliant Query
/// Practice", 2022 update; the wording of rules and templates is our own.
@NullMarked
package org.cleanclaim.coding.query;

import org.jspecify.annotations.NullMarked;
