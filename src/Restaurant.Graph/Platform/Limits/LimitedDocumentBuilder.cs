using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Parses documents, and nothing that would be a burden to parse, to compare or to compile.</summary>
internal sealed class LimitedDocumentBuilder(IOptions<LimitOptions> options) : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder _builder = new() { MaxDepth = ParserDepth(options.Value) };

    /// <inheritdoc />
    public GraphQLDocument Build(string document)
    {
        CountTokens(document);
        var parsed = Parse(document);
        new DocumentCheck(options.Value, parsed).Run();
        return parsed;
    }

    // The parser's exception quotes the document, and takes a frame of the stack for each level.
    private GraphQLDocument Parse(string document)
    {
        try
        {
            return _builder.Build(document);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new DocumentDepthError(options.Value.MaxDepth);
        }
    }

    // Of the parser's levels a field takes two, and a value one.
    private static int ParserDepth(LimitOptions options) => (2 * options.MaxDepth) + options.MaxValueDepth + 10;

    private void CountTokens(string document)
    {
        var (count, position, source) = (0, 0, (ROM)document);
        while (true)
        {
            if (!TryLex(source, position, out var token))
            {
                // What is no token is for the parser to tell of.
                return;
            }

            if (token.Kind == TokenKind.EOF)
            {
                return;
            }

            if (++count > options.Value.MaxTokens)
            {
                throw new LimitError("The document has", $"{options.Value.MaxTokens} tokens");
            }

            position = token.End;
        }
    }

    private static bool TryLex(ROM source, int position, out Token token)
    {
        try
        {
            token = Lexer.Lex(source, position);
            return true;
        }
        catch (GraphQLSyntaxErrorException)
        {
            token = default;
            return false;
        }
    }
}
