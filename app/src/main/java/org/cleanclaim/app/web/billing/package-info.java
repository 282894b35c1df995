/// Pages of patient billing: accounts, the run of statements, money back, plans, collections, and
/// the statement that a patient opens by a link.
@NullMarked
package org.cleanclaim.app.web.billing;

import org.jspecify.annotations.NullMarked;
