package org.cleanclaim.app.statement;

/// Something that patient billing does not allow, said in a sentence for the user.
public final class BillingRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public BillingRefusal(String sentence) {
    super(sentence);
  }
}
