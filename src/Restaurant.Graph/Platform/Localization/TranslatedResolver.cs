using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>Shows a text in the language of whoever asks, for one row.</summary>
internal sealed class TranslatedResolver<T>(PropertyInfo text) : IFieldResolver
    where T : class, IRow
{
    /// <inheritdoc />
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var languages = context.RequestServices!.GetRequiredService<Languages>();
        var ahead = languages.Ahead(await languages.ForAsync(Viewer.Of(context).AcceptLanguage));
        if (ahead.Count == 0)
        {
            return text.GetValue(context.Source);
        }

        var (id, row) = (((IRow)context.Source!).Id, Expression.Parameter(typeof(T), "row"));
        return await context.RequestServices!.GetRequiredService<DbContext>().Set<T>()
            .Where(stored => stored.Id == id)
            .Select(Expression.Lambda<Func<T, string>>(Translations.Of(row, text, ahead), row))
            .FirstOrDefaultAsync(context.CancellationToken);
    }
}

/// <summary>Makes them.</summary>
internal static class TranslatedResolver
{
    /// <summary>That of a text of a row.</summary>
    public static IFieldResolver Of(Type row, PropertyInfo text) =>
        (IFieldResolver)Activator.CreateInstance(typeof(TranslatedResolver<>).MakeGenericType(row), text)!;
}
