using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>What a field of the schema remembers of how it came to be, for those who read selections without resolving fields.</summary>
internal static class FieldMetadata
{
    private const string MemberKey = "Member";
    private const string GetterKey = "Getter";
    private const string ReadKey = "Read";
    private const string ExtensionKey = "Extension";

    /// <summary>Remembers the property that a field shows.</summary>
    public static FieldType WithMember(this FieldType field, PropertyInfo property)
    {
        field.WithMetadata(MemberKey, property);
        return property.GetMethod is { IsStatic: false } ? field.WithGetter(property.GetValue) : field;
    }

    /// <summary>Remembers how a field's value is got of its object, where that takes nothing else.</summary>
    public static FieldType WithGetter(this FieldType field, Func<object, object?> getter)
    {
        field.WithMetadata(GetterKey, getter);
        return field;
    }

    /// <summary>Remembers that another feature has added a field.</summary>
    public static FieldType WithExtension(this FieldType field, FieldExtension extension)
    {
        field.WithMetadata(ExtensionKey, extension);
        return field;
    }

    /// <summary>Remembers what a field of a root type reads.</summary>
    public static FieldType WithRead(this FieldType field, RootRead read)
    {
        field.WithMetadata(ReadKey, read);
        return field;
    }

    /// <summary>The property that a field shows; null if it shows none.</summary>
    public static PropertyInfo? Member(this FieldType field) => field.GetMetadata<PropertyInfo?>(MemberKey);

    /// <summary>What another feature has added a field by; null if it is of the type's own.</summary>
    public static FieldExtension? Extension(this FieldType field) => field.GetMetadata<FieldExtension?>(ExtensionKey);

    /// <summary>How a field's value is got of its object; null if it takes more than the object.</summary>
    public static Func<object, object?>? Getter(this FieldType field) => field.GetMetadata<Func<object, object?>?>(GetterKey);

    /// <summary>What a field of a root type reads; null if it is no such field.</summary>
    public static RootRead? Read(this FieldType field) => field.GetMetadata<RootRead?>(ReadKey);
}
