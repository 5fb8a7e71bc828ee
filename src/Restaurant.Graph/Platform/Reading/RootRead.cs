using System.Reflection;
using GraphQL.Resolvers;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>In which form a field of a root type reads its rows.</summary>
internal enum ReadForm
{
    /// <summary>All of them, as a list.</summary>
    List,

    /// <summary>The first, or null.</summary>
    First,

    /// <summary>A page of them, as a connection.</summary>
    Page,

    /// <summary>One of any kind, by its global id.</summary>
    Node,

    /// <summary>Some of any kind, by their global ids.</summary>
    Nodes,

    /// <summary>The subject of a mutation, or the event of a stream, by its key.</summary>
    Subject,
}

/// <summary>What a field of a root type reads.</summary>
/// <param name="Form">In which form.</param>
/// <param name="Row">The kind of row, <see cref="Paging.Ranked{T}"/> where it is searched for.</param>
/// <param name="Method">The method that makes the query, if there is one.</param>
/// <param name="Query">Calls the method.</param>
internal sealed record RootRead(ReadForm Form, Type Row, MethodInfo? Method = null, IFieldResolver? Query = null);
