package org.cleanclaim.x12;

import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;

/// Is told of the 835 transactions of a file as they are read.
public interface RemittanceListener {

  /// A transaction begins.
  ///
  /// @param transaction position among the 835 transactions of the file, from 1
  void begin(int transaction);

  /// A claim payment of the open transaction was read.
  void claim(ClaimPayment payment);

  /// The open transaction is over. One without amount or trace number ends without a word here; it
  /// is among the faults.
  ///
  /// @param header everything but the claims, which were given one by one
  void end(Remittance header);

  /// The group is over; what is wrong with its GE was told before.
  default void endGroup() {}

  /// The interchange is over; what is wrong with its IEA was told before.
  default void endInterchange() {}
}
