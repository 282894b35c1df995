package org.cleanclaim.app.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.EnvelopeListener;
import org.cleanclaim.x12.Envelopes;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.X12Writer;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.tool.GuidedWalk;
import org.jspecify.annotations.Nullable;

/// The segments that a claim is in the 837, each with its loop, so that a box of a paper form can
/// point to the one that says the same.
public final class ClaimSegments {
  /// `2010BA NM109`, `DTP*472`, `CLM05-3`: loop, segment with its first element, element.
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?<loop>[12]\\d{3}[A-Z]{0,2})"
              + " )?(?<id>[A-Z][A-Z0-9]{1,2}?)(?:\\*(?<first>\\w+)|(?<at>\\d\\d)(?:-\\d+)?)?(?=$|["
              + " ,;])");

  private static final Pattern LOOP = Pattern.compile("loop (?<loop>[12]\\d{3}[A-Z]{0,2})");

  /// @param number its place in the list, from 1
  /// @param text as sent
  public record Shown(int number, String loop, String id, String first, String text) {}

  private final List<Shown> segments;

  private ClaimSegments(List<Shown> segments) {
    this.segments = List.copyOf(segments);
  }

  public List<Shown> all() {
    return segments;
  }

  /// The claim as the 837 has it, also while something that it needs is missing.
  public static ClaimSegments of(Claim claim) {
    var billing = claim.billingProvider();
    var batch =
        ClaimBatch.of(
            billing.name().display(),
            billing.npi() == null ? "" : billing.npi().value(),
            billing.contact(),
            claim.payer().name(),
            claim.payer().id().value(),
            "1",
            List.of(claim));
    var envelope =
        new Envelope(
            "ZZ",
            "SENDER",
            "ZZ",
            "RECEIVER",
            LocalDateTime.of(2026, 1, 1, 0, 0),
            "000000001",
            true,
            Separators.STANDARD);
    byte[] bytes = X12Writer.claims(envelope, "1", batch);
    var listing = new Listing();
    try {
      Envelopes.read(new ByteArrayInputStream(bytes), "claim", Faults.ignored(), listing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClaimSegments(listing.segments);
  }

  /// The number of the segment that says what an element of a box says, when the claim has it.
  ///
  /// @param element as boxes name it, such as `2010CA NM103, else 2010BA`
  public Optional<Integer> find(String element) {
    Matcher loop = LOOP.matcher(element);
    if (loop.matches()) return first(loop.group("loop"), null, null);
    Matcher part = ELEMENT.matcher(element);
    String id = null;
    while (part.find()) {
      id = part.group("id");
      var found = first(part.group("loop"), id, part.group("first"));
      if (found.isPresent()) return found;
    }
    return id == null ? Optional.empty() : elsewhere(element, id);
  }

  // "2010CA NM103, else 2010BA" and "2010BB or 2330B NM103": the same segment in another loop.
  private Optional<Integer> elsewhere(String element, String id) {
    Matcher loop = Pattern.compile("\\b[12]\\d{3}[A-Z]{0,2}\\b").matcher(element);
    while (loop.find()) {
      var found = first(loop.group(), id, null);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private Optional<Integer> first(
      @Nullable String loop, @Nullable String id, @Nullable String qualifier) {
    return segments.stream()
        .filter(s -> loop == null || s.loop().startsWith(loop))
        .filter(s -> id == null || s.id().equals(id))
        .filter(s -> qualifier == null || s.first().equals(qualifier))
        .map(Shown::number)
        .findFirst();
  }

  private static final class Listing implements EnvelopeListener {
    private final GuidedWalk walk = new GuidedWalk(GuideBook.builtIn());
    private final List<Shown> segments = new ArrayList<>();

    @Override
    public void beginTransaction(Segment st, String version) {
      walk.begin(st, version);
    }

    @Override
    public void segment(Segment segment) {
      walk.take(segment);
      String first =
          segment.elementCount() == 0
              ? ""
              : segment.componentCount(1) > 1 ? segment.component(1, 1) : segment.element(1);
      segments.add(new Shown(segments.size() + 1, walk.loop(), segment.id(), first, segment.raw()));
    }
  }
}
