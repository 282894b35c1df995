package org.cleanclaim.app.ledger;

/// Something that the books do not allow, said in a sentence for the user.
public final class LedgerRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public LedgerRefusal(String sentence) {
    super(sentence);
  }
}
