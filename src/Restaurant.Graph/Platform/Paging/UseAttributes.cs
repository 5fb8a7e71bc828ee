namespace Restaurant.Graph.Platform.Paging;

/// <summary>
/// The field is a Relay connection with keyset cursors (https://relay.dev/graphql/connections.htm): on a query method, or on a list of an
/// entity that may grow without bound.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute;

/// <summary>The field is the first row of the query, or null.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFirstOrDefaultAttribute : Attribute;

/// <summary>The connection takes a <c>where</c> argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFilteringAttribute : Attribute;

/// <summary>The connection takes an <c>order</c> argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseSortingAttribute : Attribute;
