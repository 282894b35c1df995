/// Audits of coding: samples that can be drawn again, second coding without sight of the first or
/// open review, differences by element, the coder's answer, the decision, and accuracy with its
/// formula. Not to be taken for the audit trail.
@NullMarked
package org.cleanclaim.app.codingaudit;

import org.jspecify.annotations.NullMarked;
