/// What a contractor's file says of a hospital, read from JSON.
@NullMarked
package org.cleanclaim.cli.hospital;

import org.jspecify.annotations.NullMarked;
