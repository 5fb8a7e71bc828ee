using System.Reflection;
using GraphQL.Resolvers;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Events;

/// <summary>The subscription type: each field follows the events that a method returns as a query.</summary>
internal sealed class SubscriptionRoot(FeatureTypes features, IServiceProviderIsService services)
    : ComposedObjectType<SubscriptionTypeAttribute>(features, services)
{
    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        Name = "Subscription";
        Description = "What can be followed. Every message carries a cursor; a client that hands its last one back as `after` misses nothing.";
    }

    /// <inheritdoc />
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null)
        {
            return null;
        }

        var happened = Queryables.ElementOf(((MethodInfo)memberInfo).ReturnType)!;
        var query = field.Resolver!;
        field.Type = typeof(NonNullGraphType<>).MakeGenericType(typeof(EntityType<>).MakeGenericType(happened));
        field.Arguments = [.. field.Arguments ?? [], new QueryArgument<StringGraphType>
        {
            Name = EventQuery.After,
            Description = "The cursor of the last message that was seen: the stream goes on with the next. Without it the first message is the latest event there has been, if there has been one.",
        }];
        field.WithRead(new RootRead(ReadForm.Subject, happened));
        field.StreamResolver = (ISourceStreamResolver)Activator.CreateInstance(
            typeof(EventQuery<>).MakeGenericType(happened), query, memberInfo.IsDefined(typeof(OfOneAttribute)))!;
        return field;
    }
}
