package org.cleanclaim.x12.guide;

import java.util.List;
import org.cleanclaim.x12.guide.Rule.LoopRule;

/// The implementation guide of one transaction, ready to be walked through.
public final class Guide {
  private final String version;
  private final String transactionType;
  private final String functionalId;
  private final List<String> purposes;
  private final LoopRule whole;
  private final Dictionary dictionary;

  Guide(
      String version,
      String transactionType,
      String functionalId,
      List<String> purposes,
      LoopRule whole,
      Dictionary dictionary) {
    this.version = version;
    this.transactionType = transactionType;
    this.functionalId = functionalId;
    this.purposes = List.copyOf(purposes);
    this.whole = whole;
    this.dictionary = dictionary;
  }

  /// Such as `005010X222A1`.
  public String version() {
    return version;
  }

  /// ST01.
  public String transactionType() {
    return transactionType;
  }

  /// GS01.
  public String functionalId() {
    return functionalId;
  }

  /// The values of BHT02 that tell it from the other guide of its transaction; empty when there is
  /// no other.
  public List<String> purposes() {
    return purposes;
  }

  /// In words of ours: `Professional claim`.
  public String name() {
    return whole.name();
  }

  /// Everything from ST to SE.
  LoopRule whole() {
    return whole;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /// Whether a transaction of a version is read by this guide: addenda are changes of one guide.
  boolean isFor(String type, String stated) {
    return type.equals(transactionType) && base(stated).equals(base(version));
  }

  private static String base(String version) {
    int addendum = version.indexOf('A');
    return addendum < 0 ? version : version.substring(0, addendum);
  }
}
