package org.cleanclaim.app.intake;

import java.util.List;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.kernel.Finding;

/// What became of a received file.
///
/// @param isRepeat the same bytes had come before
/// @param handled parts that found what they answer
/// @param unknown parts about something that was never sent
public record IntakeReport(
    String fileName,
    boolean isRepeat,
    int handled,
    int unknown,
    List<PostResult> remittances,
    List<Finding> findings) {
  public IntakeReport {
    remittances = List.copyOf(remittances);
    findings = List.copyOf(findings);
  }
}
