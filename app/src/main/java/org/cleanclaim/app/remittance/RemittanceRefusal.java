package org.cleanclaim.app.remittance;

/// Something that cannot be done with a remittance, said in a sentence for the user.
public final class RemittanceRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public RemittanceRefusal(String sentence) {
    super(sentence);
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
