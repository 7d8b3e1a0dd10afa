using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>The error codes of a section or of an API file, and the member of the error body that has them.</summary>
/// <param name="api">The files of the API.</param>
/// <param name="section">The section; null: the API file.</param>
internal sealed class ErrorCodes(IApiReference api, SectionDeclaration? section)
{
    private readonly string? _name = section?.Outcomes.ErrorCodeIn ?? api.Api?.Outcomes.ErrorCodeIn;
    private (ValueTable Table, RowPath Row)? _member;
    private bool _isResolved;

    // Null: no member has the error code, or the page does not show the member.
    private (ValueTable Table, RowPath Row)? Member
    {
        get
        {
            if (!_isResolved && _name is not null)
            {
                var error = BodyReference.Resolve(api, section?.Error ?? api.Api?.Error, isRequest: false);
                _member = BodyOutcomes.TableOf(api, error).Table is { } table && RowPath.Find(table, _name) is { } row ? (table, row) : null;
            }

            _isResolved = true;
            return _member;
        }
    }

    /// <summary>Returns a printed error code as a body has it. Only a number differs: a page can print <c>0x1F</c> for 31.</summary>
    public string InBody(string printed)
    {
        var number = PrintedNumber.InJson(printed);
        return number != printed && Member is var (table, row) && ResolvedClause.FormOf(table, row) == ComparedAs.Number ? number : printed;
    }

    /// <summary>Finds error codes that the member can never have, and error codes that are twice in one table.</summary>
    /// <param name="report">Receives the problems.</param>
    public void Check(Action<ErrorCodeProblem> report)
    {
        if (Member is not var (table, row))
            return;
        var own = section?.Outcomes.ErrorCodes ?? api.Api?.Outcomes.ErrorCodes ?? ErrorCodeTable.Empty;
        IEnumerable<StatusDeclaration> statuses = section?.Statuses.Rows ?? api.Api?.Statuses ?? [];
        foreach (var codes in statuses.Select(static status => status.ErrorCodes).Prepend(own))
        {
            var printed = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var code in codes.Rows)
            {
                var inBody = InBody(code.Code);
                if (ImpossibleValue.Find(table, row, [code.Code]) is { } impossible)
                    report(new ErrorCodeProblem(code, _name!) { Impossible = impossible });
                else if (!printed.TryGetValue(inBody, out var first))
                    printed.Add(inBody, code.Code);
                // The same code in the same form is reported where the file is read.
                else if (first != code.Code)
                    report(new ErrorCodeProblem(code, _name!) { First = first });
            }
        }
    }
}

/// <summary>A problem of an error code. Either <see cref="Impossible"/> or <see cref="First"/> is set.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Member">The name of the member with the error code.</param>
internal sealed record ErrorCodeProblem(ErrorCodeDeclaration Code, string Member)
{
    /// <summary>Why the member can never have the code; null: it can.</summary>
    public ImpossibleValue? Impossible { get; init; }

    /// <summary>The same code in another form, earlier in the table; null: the table has it once.</summary>
    public string? First { get; init; }
}
