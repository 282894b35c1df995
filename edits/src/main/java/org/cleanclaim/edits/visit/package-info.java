/// Which codes of the HCPCS are visits, and on which days: one list for all rules that tell a visit
/// from a procedure.
@NullMarked
package org.cleanclaim.edits.visit;

import org.jspecify.annotations.NullMarked;
