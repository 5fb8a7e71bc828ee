using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>How texts are read in a language.</summary>
internal static class Translations
{
    /// <summary>The property that lists the translations of a row.</summary>
    private const string List = nameof(Translations);

    /// <summary>The text of a row in the first of some languages in which there is one, or else as it is stored.</summary>
    public static Expression Of(Expression row, PropertyInfo text, IReadOnlyList<string> languages) => languages.Reverse().Aggregate(
        (Expression)Expression.Property(row, text), (other, language) => Expression.Coalesce(In(row, text, language), other));

    /// <summary>Whether a selection has texts in it that are read in the reader's language.</summary>
    public static bool AreIn(Selection selection, IGraphType type) => type switch
    {
        IAbstractGraphType abstraction => abstraction.PossibleTypes.Any(possible => AreIn(selection, possible)),
        IObjectGraphType known => selection.On(known).Any(static selected =>
            TranslatedAttribute.IsOn(selected.Field.Member()) || AreIn(selected.Below, (IGraphType)selected.Field.ResolvedType!.GetNamedType())),
        _ => false,
    };

    private static MethodCallExpression In(Expression row, PropertyInfo text, string language)
    {
        var translations = Expression.Property(row, List);
        var type = Members.ElementOf(translations.Type)!;
        var translation = Expression.Parameter(type, "translation");
        var isIt = Expression.Equal(Expression.Property(translation, nameof(ITranslation.Language)), Expression.Constant(language));
        var found = Call(nameof(Enumerable.Where), [type], translations, Expression.Lambda(isIt, translation));
        var texts = Call(nameof(Enumerable.Select), [type, typeof(string)], found, Expression.Lambda(Expression.Property(translation, text.Name), translation));
        return Call(nameof(Enumerable.FirstOrDefault), [typeof(string)], texts);
    }

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(Enumerable), method, types, arguments);
}
