using System.Reflection;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>The mutation type: one field a business action, each with a payload of its own.</summary>
internal sealed class MutationRoot(FeatureTypes features, IServiceProviderIsService services)
    : ComposedObjectType<MutationTypeAttribute>(features, services)
{
    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        Name = "Mutation";
        Description = "What can be done. Each is one transaction: it is done whole or not at all.";
    }

    /// <inheritdoc />
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) =>
        new(memberInfo, false, SubjectOf((MethodInfo)memberInfo), isNullable: true, isList: false, listIsNullable: false, graphType: null);

    /// <inheritdoc />
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null)
        {
            return null;
        }

        var method = (MethodInfo)memberInfo;
        var subject = SubjectOf(method);
        var name = GraphNames.Pascal(field.Name);
        var isIdempotent = method.GetParameters()[0].ParameterType.IsAssignableTo(typeof(IIdempotentInput));
        Type[] errors =
        [
            .. memberInfo.GetCustomAttributes<ErrorsAttribute>().SelectMany(static errors => errors.Types),
            .. isIdempotent ? new[] { typeof(IdempotencyKeyReusedError) } : [],
        ];
        field.Type = null;
        field.ResolvedType = new NonNullGraphType(
            (IGraphType)Activator.CreateInstance(typeof(PayloadType<>).MakeGenericType(subject), name, errors)!);
        field.Resolver = (GraphQL.Resolvers.IFieldResolver)Activator.CreateInstance(
            (subject.IsAssignableTo(typeof(IRow)) ? typeof(MutationResolver<>) : typeof(ValueMutationResolver<>)).MakeGenericType(subject), field.Resolver, name)!;
        foreach (var argument in field.Arguments ?? [])
        {
            argument.Description = $"What `{GraphNames.Field(name)}` needs to know.";
        }

        return field;
    }

    private static Type SubjectOf(MethodInfo method)
    {
        var type = method.ReturnType;
        var outcome = type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;
        return outcome.GetGenericArguments()[0];
    }
}
