package org.cleanclaim.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.acknowledgment.AcknowledgedParty;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.authorization.AuthorizationReview;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.eligibility.EligibilityInquiry;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// One transaction set (ST to SE), turned into canonical records where its guide is known.
public sealed interface Transaction {
  Header header();

  /// Where a transaction set stands in its file.
  ///
  /// @param firstSegment number of the ST segment in its interchange
  /// @param firstByte where ST begins
  /// @param lastByte where SE begins, or the last segment that came
  record Span(int firstSegment, long firstByte, long lastByte) {
    static final Span NOT_READ = new Span(1, 0, 0);

    boolean contains(long byteOffset) {
      return byteOffset >= firstByte && byteOffset <= lastByte;
    }
  }

  /// @param type ST01, for example 837
  /// @param controlNumber ST02
  /// @param version ST03, or GS08 where ST03 is absent
  /// @param segmentCount segments from ST to SE, both counted
  /// @param isVersioned whether ST03 stands there
  /// @param beginning BHT, in the types that have one
  /// @param firstLevel HL01 of the first level: some senders number on through a file
  record Header(
      String type,
      String controlNumber,
      String version,
      int segmentCount,
      Span span,
      boolean isVersioned,
      @Nullable Beginning beginning,
      int firstLevel) {
    /// The same header with what its BHT says.
    public Header begun(@Nullable Beginning said) {
      return new Header(
          type, controlNumber, version, segmentCount, span, isVersioned, said, firstLevel);
    }

    /// The same header, with the levels numbered from there on.
    public Header levelsFrom(int number) {
      return new Header(
          type, controlNumber, version, segmentCount, span, isVersioned, beginning, number);
    }

    /// For a transaction about to be written: the writer fills in numbers and counts.
    static Header unwritten(String type) {
      return new Header(type, "0001", "", 0, Span.NOT_READ, true, null, 1);
    }
  }

  /// What a transaction is for and when it was made (BHT).
  ///
  /// @param structure BHT01
  /// @param purpose BHT02: 00 original, 18 reissue, 13 request, 11 response ...
  /// @param reference BHT03; null in claims and authorizations, whose records hold it themselves
  /// @param on BHT04
  /// @param time BHT05 as sent, with or without seconds
  /// @param kind BHT06: CH charge, RP reporting, TH status ...
  record Beginning(
      String structure,
      String purpose,
      @Nullable String reference,
      @Nullable LocalDate on,
      @Nullable String time,
      @Nullable String kind) {}

  /// 837: claims of one submitter to one receiver.
  record ClaimBatch(
      Header header,
      String submitterName,
      String submitterId,
      @Nullable Contact submitterContact,
      String receiverName,
      String receiverId,
      String batchReference,
      List<Claim> claims)
      implements Transaction {
    public ClaimBatch {
      claims = List.copyOf(claims);
    }

    /// The same claims in batches for one receiver and of one claim type each, none with more than
    /// so many claims; each reference ends with the batch's number.
    public List<ClaimBatch> split(int mostClaims) {
      var groups = new LinkedHashMap<List<Object>, List<Claim>>();
      for (Claim claim : claims) {
        groups
            .computeIfAbsent(List.of(claim.payer().id(), claim.type()), k -> new ArrayList<>())
            .add(claim);
      }
      var batches = new ArrayList<ClaimBatch>();
      for (List<Claim> group : groups.values()) {
        for (int from = 0; from < group.size(); from += mostClaims) {
          var part = group.subList(from, Math.min(from + mostClaims, group.size()));
          batches.add(
              new ClaimBatch(
                  Header.unwritten("837"),
                  submitterName,
                  submitterId,
                  submitterContact,
                  receiverName,
                  receiverId,
                  batchReference + "-" + (batches.size() + 1),
                  part));
        }
      }
      return batches;
    }

    public static ClaimBatch of(
        String submitterName,
        String submitterId,
        @Nullable Contact submitterContact,
        String receiverName,
        String receiverId,
        String batchReference,
        List<Claim> claims) {
      return new ClaimBatch(
          Header.unwritten("837"),
          submitterName,
          submitterId,
          submitterContact,
          receiverName,
          receiverId,
          batchReference,
          claims);
    }
  }

  /// 835.
  record RemittanceAdvice(Header header, Remittance remittance) implements Transaction {}

  /// 270.
  record EligibilityInquiries(Header header, List<EligibilityInquiry> inquiries)
      implements Transaction {
    public EligibilityInquiries {
      inquiries = List.copyOf(inquiries);
    }
  }

  /// 271.
  record EligibilityAnswers(Header header, List<EligibilityAnswer> answers) implements Transaction {
    public EligibilityAnswers {
      answers = List.copyOf(answers);
    }
  }

  /// 999.
  record GroupAcknowledged(Header header, FunctionalAcknowledgment acknowledgment)
      implements Transaction {}

  /// 277CA.
  record ClaimsAcknowledged(Header header, List<AcknowledgedParty> parties) implements Transaction {
    public ClaimsAcknowledged {
      parties = List.copyOf(parties);
    }

    /// The reference of the batch of claims that is answered (BHT03 of the 837); null when the
    /// answer does not name it.
    public @Nullable String batch() {
      return parties.stream()
          .filter(p -> p.level().equals("21"))
          .map(AcknowledgedParty::trace)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    /// What is said of each claim.
    public List<ClaimAcknowledgment> acknowledgments() {
      return parties.stream().flatMap(p -> p.claims().stream()).toList();
    }
  }

  /// 276.
  record StatusInquiries(Header header, List<ClaimStatusInquiry> inquiries) implements Transaction {
    public StatusInquiries {
      inquiries = List.copyOf(inquiries);
    }
  }

  /// 277.
  record StatusAnswers(Header header, List<ClaimStatus> answers) implements Transaction {
    public StatusAnswers {
      answers = List.copyOf(answers);
    }
  }

  /// 278.
  record AuthorizationReviewed(Header header, AuthorizationReview review) implements Transaction {}

  /// 275: documents are somebody's own bytes, so that the segments are kept beside what was read of
  /// them.
  record RecordsReceived(Header header, RecordsSent sent, List<Segment> segments)
      implements Transaction {
    public RecordsReceived {
      segments = List.copyOf(segments);
    }
  }

  /// A transaction set whose guide is not read into records: its segments are kept as they are.
  record Unread(Header header, List<Segment> segments) implements Transaction {
    public Unread {
      segments = List.copyOf(segments);
    }
  }
}
