using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>
/// Fields that show properties. The engine's own way compiles a function for each, which at start takes a millisecond a field, for a resolver
/// that plans never ask.
/// </summary>
internal static class PropertyField
{
    /// <summary>The field of a property, described by the property's documentation and attributes.</summary>
    public static FieldType Of(PropertyInfo property, TypeInformation type)
    {
        var field = Of((MemberInfo)property, type).WithMember(property);
        field.Resolver = new FuncFieldResolver<object>(context => property.GetValue(context.Source));
        return field;
    }

    /// <summary>The field of a member, described in the same way, that nothing resolves yet.</summary>
    public static FieldType Of(MemberInfo member, TypeInformation type)
    {
        var field = new FieldType
        {
            Name = member.Name,
            Description = member.Description() ?? XmlDescriptionsAttribute.Of(member),
            DeprecationReason = member.ObsoleteMessage(),
            Type = type.ConstructGraphType(),
        };
        foreach (var attribute in member.GetCustomAttributes<GraphQLAttribute>())
        {
            attribute.Modify(field, isInputType: false);
        }

        return field;
    }
}
