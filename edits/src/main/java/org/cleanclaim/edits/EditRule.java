package org.cleanclaim.edits;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;

/// One family of checks. Pure: the same claim and context give the same findings.
@FunctionalInterface
public interface EditRule {
  List<Finding> check(Claim claim, ScrubContext context);
}
