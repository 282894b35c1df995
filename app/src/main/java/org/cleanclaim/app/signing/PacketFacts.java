package org.cleanclaim.app.signing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an audit packet says of a signed coding. Written down once, when the codes are made final;
/// all times in UTC (ISO 8601).
///
/// @param number 1 for the first signature of the visit, the next when it was opened and signed
///   again
/// @param previousSha256 digest of the packet before this one, null for the first
/// @param services accepted ones; none in facts of versions that did not know them
public record PacketFacts(
    int format,
    int number,
    @Nullable String previousSha256,
    Practice practice,
    Visit visit,
    Signature signature,
    List<CodeSetVersion> codeSets,
    List<SignedCode> codes,
    List<SignedService> services,
    List<RejectedSuggestion> rejected,
    List<Remark> remarks,
    List<SourceDocument> documents,
    List<AskedQuery> queries,
    List<Step> steps) {
  public PacketFacts {
    codeSets = List.copyOf(codeSets);
    codes = List.copyOf(codes);
    services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
    rejected = List.copyOf(rejected);
    remarks = List.copyOf(remarks);
    documents = List.copyOf(documents);
    queries = List.copyOf(queries);
    steps = List.copyOf(steps);
  }

  /// The practice that coded.
  public record Practice(String name, String npi) {}

  /// The visit that was coded.
  public record Visit(
      String id,
      String number,
      String patient,
      String bornOn,
      String sex,
      String provider,
      @Nullable String providerNpi,
      String specialty,
      String setting,
      String placeOfService,
      String servedOn) {
    @Override
    public String toString() {
      return "Visit[" + number + "]";
    }
  }

  /// Who made the codes final, and when.
  public record Signature(String by, String at) {}

  /// The edition of a code system that the codes were taken from.
  public record CodeSetVersion(
      String system, String edition, String source, String from, @Nullable String until) {}

  /// A final code with the words that support it or the reason for which it stands without them.
  ///
  /// @param path how the engine came to it, empty when a person found it
  public record SignedCode(
      int position,
      String system,
      String code,
      String title,
      @Nullable String presentOnAdmission,
      String addedBy,
      List<Excerpt> evidence,
      @Nullable String reason,
      List<String> path) {
    public SignedCode {
      evidence = List.copyOf(evidence);
      path = List.copyOf(path);
    }
  }

  /// A service that the coder accepted.
  public record SignedService(
      String system,
      String code,
      String title,
      int units,
      List<Excerpt> evidence,
      List<String> path) {
    public SignedService {
      evidence = List.copyOf(evidence);
      path = List.copyOf(path);
    }
  }

  /// Words of a document and where they stand.
  public record Excerpt(String document, int line, int start, int end, String quote) {
    @Override
    public String toString() {
      return "Excerpt[" + document + ", " + start + "-" + end + "]";
    }
  }

  /// What the engine suggested and the coder did not take.
  public record RejectedSuggestion(
      String system, String code, String title, @Nullable String reason) {}

  /// What the checks said when the codes were made final, with the rule's source.
  public record Remark(String rule, String severity, String message, String source) {}

  /// A document of the visit; its text is not repeated here, its digest is.
  public record SourceDocument(
      String id, String name, String receivedAt, int characters, String sha256) {}

  /// A query to the provider and what came of it.
  public record AskedQuery(
      String id,
      String kind,
      String subject,
      String question,
      List<String> options,
      List<Excerpt> indicators,
      String status,
      String writtenBy,
      @Nullable String sentAt,
      @Nullable String answeredBy,
      @Nullable String answeredAt,
      @Nullable String answer,
      @Nullable String outcome,
      @Nullable String effect,
      @Nullable String overrideReason) {
    public AskedQuery {
      options = List.copyOf(options);
      indicators = List.copyOf(indicators);
    }

    @Override
    public String toString() {
      return "AskedQuery[" + id + "]";
    }
  }

  /// What somebody did to the chart or a query, and when.
  public record Step(String at, String by, String did, @Nullable String reason) {}
}
