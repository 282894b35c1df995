/// The folder with installed figures: one packed file for each publisher's file.
@NullMarked
package org.cleanclaim.workforce.store;

import org.jspecify.annotations.NullMarked;
