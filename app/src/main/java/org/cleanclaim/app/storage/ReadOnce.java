package org.cleanclaim.app.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Facts of one kind that a piece of work reads once, however often it asks for them. Work over
/// many visits reads ahead, in one statement, what all of them will ask for; whoever decides asks
/// as for a single one. Outside such work every question goes to the database. What the work itself
/// changes is forgotten by whoever changes it.
///
/// @param <K> what the facts are found by
public final class ReadOnce<K, V> {
  private static final ScopedValue<Map<ReadOnce<?, ?>, Map<?, ?>>> WORK = ScopedValue.newInstance();

  private final Function<Set<K>, Map<K, V>> reader;

  /// For facts that come with the answers to other questions.
  public ReadOnce() {
    this(keys -> Map.of());
  }

  /// @param reader reads the facts of several keys in one go; a key without a fact is left out
  public ReadOnce(Function<Set<K>, Map<K, V>> reader) {
    this.reader = reader;
  }

  /// Does work that reads each fact once; work inside such work shares what is known.
  public static <R, X extends Throwable> R during(ScopedValue.CallableOp<R, X> work) throws X {
    return WORK.isBound()
        ? work.call()
        : ScopedValue.where(WORK, new IdentityHashMap<>()).call(work);
  }

  /// Reads facts that will be asked for.
  public void ahead(Collection<K> keys) {
    if (!WORK.isBound()) return;
    var known = known();
    var wanted = new HashSet<K>(keys);
    wanted.removeAll(known.keySet());
    if (wanted.isEmpty()) return;
    var found = reader.apply(wanted);
    wanted.forEach(key -> known.put(key, Optional.ofNullable(found.get(key))));
  }

  /// A fact that never changes, which came with the answer to another question and is made of it
  /// once.
  public V once(K key, Supplier<V> maker) {
    if (!WORK.isBound()) return maker.get();
    return known().computeIfAbsent(key, asked -> Optional.of(maker.get())).orElseThrow();
  }

  /// The fact; empty when there is none.
  public Optional<V> find(K key) {
    if (!WORK.isBound()) return Optional.ofNullable(reader.apply(Set.of(key)).get(key));
    ahead(Set.of(key));
    return known().getOrDefault(key, Optional.empty());
  }

  /// The fact, which is there.
  public V get(K key) {
    return find(key).orElseThrow();
  }

  /// Facts of this kind are being changed: the next question reads again.
  public void forget() {
    if (WORK.isBound()) known().clear();
  }

  // Each map was made here for this kind of fact alone.
  @SuppressWarnings("unchecked")
  private Map<K, Optional<V>> known() {
    return (Map<K, Optional<V>>) WORK.get().computeIfAbsent(this, kind -> new HashMap<>());
  }
}
