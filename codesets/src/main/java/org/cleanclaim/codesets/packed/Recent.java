package org.cleanclaim.codesets.packed;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/// Remembers what was made for the latest keys, because the same codes are asked for again and
/// again. Each key has one place; a newer key with the same place takes it. Any thread may ask.
///
/// @param <V> immutable
public final class Recent<K, V> {
  private static final int PLACE_BITS = 14;
  private static final int PLACES = 1 << PLACE_BITS;

  private record Known<K, V>(K key, V value) {}

  private final AtomicReferenceArray<Known<K, V>> places = new AtomicReferenceArray<>(PLACES);
  private final Function<K, V> maker;

  /// @param maker makes the value of a key, always the same one
  public Recent(Function<K, V> maker) {
    this.maker = maker;
  }

  /// The value of a key, made when it is not remembered.
  public V of(K key) {
    int hash = key.hashCode() * 0x9E3779B9;
    int place = hash >>> (Integer.SIZE - PLACE_BITS);
    Known<K, V> known = places.get(place);
    if (known != null && known.key().equals(key)) return known.value();
    V value = maker.apply(key);
    places.set(place, new Known<>(key, value));
    return value;
  }
}
