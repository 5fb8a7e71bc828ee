using System.Collections.Frozen;

namespace Restaurant.Graph.Platform.States;

/// <summary>Which action moves which state to which: the one source of guards, of what clients are offered and of the tests.</summary>
public sealed class TransitionTable<TState, TAction>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly FrozenDictionary<(TState From, TAction Action), TState> _moves;

    /// <summary>A table of rows (states from which, action, state to which).</summary>
    public TransitionTable(params (TState[] From, TAction Action, TState To)[] moves) => _moves = moves
        .SelectMany(move => move.From, (move, from) => KeyValuePair.Create((from, move.Action), move.To))
        .ToFrozenDictionary();

    /// <summary>The state that an action leads to; null if it cannot be done.</summary>
    public TState? Next(TState from, TAction action) => _moves.TryGetValue((from, action), out var to) ? to : null;

    /// <summary>The actions that can be done in a state, in the order they are declared.</summary>
    public IEnumerable<TAction> From(TState from) => Enum.GetValues<TAction>().Where(action => _moves.ContainsKey((from, action)));
}
