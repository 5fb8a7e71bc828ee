using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// The object type of a class: its public properties are the fields. An id is global, a foreign key is not shown (the navigation beside
/// it is), a list of rows is in the order of <see cref="RowOrder"/>. Other features may add fields, see <see cref="ExtendObjectTypeAttribute"/>.
/// </summary>
internal sealed class EntityType<T>(IOptions<PagingOptions> paging, FeatureTypes features) : AutoRegisteringObjectGraphType<T>
    where T : class
{
    // Initialised here because the base constructor asks for the fields before a constructor body would run.
    private readonly PagingOptions _paging = paging.Value;
    private readonly FeatureTypes _features = features;

    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        base.ConfigureGraph();
        if (typeof(T).IsAssignableTo(typeof(INode)))
        {
            Interface<NodeType>();
        }
    }

    /// <inheritdoc />
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => [.. Members.Of(typeof(T)), .. FieldExtension.MethodsFor(_features, typeof(T))];

    /// <inheritdoc />
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo)
    {
        if (ComputedTypeOf(memberInfo) is { } computed)
        {
            var element = Members.ElementOf(computed);
            return new TypeInformation(
                memberInfo, false, Nullable.GetUnderlyingType(computed) ?? element ?? computed, Nullable.GetUnderlyingType(computed) is not null, element is not null, false, null);
        }

        var information = base.GetTypeInformation(memberInfo);
        if (Members.IsKey(memberInfo))
        {
            information.GraphType = typeof(IdGraphType);
        }

        return information;
    }

    /// <inheritdoc />
    protected override FieldType CreateField(MemberInfo memberInfo)
    {
        if (memberInfo is MethodInfo method)
        {
            var extension = new FieldExtension(method);
            var added = PropertyField.Of(method, GetTypeInformation(method)).WithExtension(extension);
            added.Resolver = extension.IsBatch ? new BatchResolver(extension) : ComputedResolver.Of(typeof(T), extension);
            if (extension.IsBatch)
            {
                added.Arguments = new QueryArguments(extension.Arguments);
            }

            return added;
        }

        var property = (PropertyInfo)memberInfo;
        var field = PropertyField.Of(property, GetTypeInformation(property));
        if (Members.ComputedOf(property) is { } computed)
        {
            field.Resolver = ComputedResolver.Of(typeof(T), computed);
        }
        else if (Members.IsKey(property))
        {
            field.Resolver = new FuncFieldResolver<T, object>(context => new GlobalId(Name, ((IRow)context.Source).Id).ToString());
        }
        else if (TranslatedAttribute.IsOn(property))
        {
            field.Resolver = TranslatedResolver.Of(typeof(T), property);
        }
        else if (property.IsDefined(typeof(UsePagingAttribute)))
        {
            NestedPaging.Apply(field, Name, property, _paging);
        }
        else if (Members.IsNavigation(property))
        {
            field.Resolver = new NavigationResolver(property);
        }

        return field;
    }

    private static Type? ComputedTypeOf(MemberInfo member) =>
        member is MethodInfo method ? new FieldExtension(method).Value : Members.ComputedOf((PropertyInfo)member)?.ReturnType;
}
