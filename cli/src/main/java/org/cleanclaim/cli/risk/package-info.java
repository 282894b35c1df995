/// Reads members and their diagnoses from files and prints their risk scores.
@NullMarked
package org.cleanclaim.cli.risk;

import org.jspecify.annotations.NullMarked;
