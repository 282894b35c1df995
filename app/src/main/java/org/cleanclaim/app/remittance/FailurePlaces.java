package org.cleanclaim.app.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.remittance.RemittanceScan.InputSource;
import org.cleanclaim.app.remittance.ScannedRemittance.PlacedFailure;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.lexer.Segment;

/// Finds the segments that failed equations are about. The file is read once more, and only when
/// something does not balance.
final class FailurePlaces {
  private record Place(int transaction, int claim, int service) {}

  private final InputSource source;
  private final String fileName;
  private final Map<Place, Integer> segments = new HashMap<>();
  private int transaction;
  private int claim;
  private int service;
  private boolean isRemittance;

  FailurePlaces(InputSource source, String fileName) {
    this.source = source;
    this.fileName = fileName;
  }

  /// The same remittances with their failures placed.
  List<ScannedRemittance> of(List<ScannedRemittance> remittances) {
    for (ScannedRemittance remittance : remittances) {
      for (PlacedFailure failure : remittance.failures()) {
        segments.put(place(remittance, failure.equation()), 0);
      }
    }
    if (segments.isEmpty()) return remittances;
    try (InputStream in = source.open()) {
      X12Reader.segments(in, this::take);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + fileName + " cannot be read.", e);
    }
    return remittances.stream().map(this::placed).toList();
  }

  private static Place place(ScannedRemittance remittance, Equation equation) {
    return new Place(remittance.position(), equation.claim(), equation.service());
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "ST" -> {
        isRemittance = segment.elementIs(1, "835");
        if (isRemittance) transaction++;
        claim = 0;
        service = 0;
      }
      case "BPR" -> keep(new Place(transaction, 0, 0), segment);
      case "CLP" -> {
        claim++;
        service = 0;
        keep(new Place(transaction, claim, 0), segment);
      }
      case "SVC" -> {
        service++;
        keep(new Place(transaction, claim, service), segment);
      }
      default -> {}
    }
  }

  private void keep(Place place, Segment segment) {
    if (isRemittance) segments.computeIfPresent(place, (p, known) -> segment.number());
  }

  private ScannedRemittance placed(ScannedRemittance remittance) {
    var failures =
        remittance.failures().stream()
            .map(f ->
                new PlacedFailure(
                    f.equation(), segments.getOrDefault(place(remittance, f.equation()), 0)))
            .toList();
    return remittance.withFailures(failures);
  }
}
