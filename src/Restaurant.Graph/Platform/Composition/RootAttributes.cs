namespace Restaurant.Graph.Platform.Composition;

/// <summary>The public static methods of this class are fields of the query type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>
/// The public static methods of this class are mutations: they take one <c>input</c> and return an
/// <see cref="Mutations.Outcome{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The public static methods of this class are subscriptions: they return the events to follow, as a query.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
