namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A document that is sent several times, each time with other variables, so that what the server keeps of it is used again.</summary>
internal sealed record Case(Document Document, string? OperationName, int Runs, bool ByGet, string Accept, string AcceptLanguage)
{
    /// <summary>The operation that is asked for.</summary>
    public Operation Operation => Document.Operations.First(operation => OperationName is null || operation.Name == OperationName);

    /// <summary>What is sent, one request after the other.</summary>
    /// <param name="label">Something to keep what the server knows of other cases with the same document from being used.</param>
    public IEnumerable<Request> Requests(string label)
    {
        var query = $"# {label}\n{Document.Text}";
        return Enumerable.Range(0, Runs).Select(run => new Request(query, OperationName, VariablesOf(run), ByGet, Accept, AcceptLanguage));
    }

    /// <summary>The variables of a run as JSON.</summary>
    public string VariablesOf(int run)
    {
        var given = Document.VariablesOf(Operation).Where(variable => variable.Given[run] is not null);
        return new ObjectValue([.. given.Select(variable => new Argument(variable.Name, variable.Given[run]!))]).Json;
    }

    /// <summary>What a variable stands for where it stands for one thing alone.</summary>
    public Value? OnlyValueOf(string variable) =>
        Runs == 1 && Document.Variables.First(candidate => candidate.Name == variable) is var found ? found.Given[0] ?? found.Default : null;

    /// <summary>Cases that have less in them, those with a lot less first.</summary>
    public IEnumerable<Case> Smaller()
    {
        IEnumerable<Case> runs = Runs == 1 ? [] : Enumerable.Range(0, Runs).Select(Without);
        IEnumerable<Case> operations = Document.Operations.Count == 1 ? [] : [With(Document with { Operations = [Operation] })];
        IEnumerable<Case> nameless = Document.Operations.Count > 1 || Operation.Name is null ? []
            : [With(Document with { Operations = [Operation with { Name = null }] }) with { OperationName = null }];
        IEnumerable<Case> byPost = ByGet ? [this with { ByGet = false }] : [];
        return [.. runs, .. operations, .. nameless, .. byPost, .. SmallerDocuments().Select(With)];
    }

    private IEnumerable<Document> SmallerDocuments() =>
    [
        .. Document.Operations.Index().SelectMany(operation => SelectionSet.Smaller(operation.Item.Selections, this)
            .Select(less => Document with { Operations = Document.Operations.With(operation.Index, [operation.Item with { Selections = less }]) })),
        .. Document.Fragments.Index().SelectMany(fragment => SelectionSet.Smaller(fragment.Item.Selections, this)
            .Select(less => Document with { Fragments = Document.Fragments.With(fragment.Index, [fragment.Item with { Selections = less }]) })),
        .. Document.Variables.Index().SelectMany(variable => variable.Item.Smaller(this)
            .Select(less => Document with { Variables = Document.Variables.With(variable.Index, [less]) })),
    ];

    private Case With(Document document) => this with { Document = document };

    private Case Without(int run) => this with
    {
        Runs = Runs - 1,
        Document = Document with { Variables = [.. Document.Variables.Select(variable => variable with { Given = variable.Given.With(run, []) })] },
    };
}

/// <summary>A document as it is sent.</summary>
internal sealed record Request(string Query, string? OperationName, string Variables, bool ByGet, string Accept, string AcceptLanguage = "en");
