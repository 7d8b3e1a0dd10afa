using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles the type of a request body that is a shared table, some members of which must be given while all others may be left out.</summary>
internal sealed class RequiredMembersBinder(ApiScope scope)
{
    /// <summary>Makes the record of the body, which takes over what the shared one holds.</summary>
    /// <returns>Null when a name that it needs is taken, or the body is no table; that is reported.</returns>
    public CodeType? Bind(SpecSource source, SectionNames names, BodyDeclaration body, CodeType table)
    {
        if (table.IsUnread)
            return null;
        if (table.IsNullable || scope.Records.Find(table) is not { } record)
        {
            scope.Report.Add(SpecRules.NotARecord, source.Path, body.Pointer, "The body of which 'required' names members");
            return null;
        }

        for (var i = 0; i < body.Required.Count; i++)
        {
            var name = body.Required[i];
            if (record.Members.All(member => !string.Equals(member.WireName, name, StringComparison.Ordinal)))
                scope.Report.Add(
                    SpecRules.UnknownMember, source.Path, ReadingContext.ItemPointer("/required", i), name, record.Name, scope.Report.Hint(name, record.Members.Select(static member => member.WireName)));
        }

        var bodyName = names.Stem + "Body";
        if (!scope.TypeNames.TryTake(bodyName, GeneratedTypeKind.Record, "request of " + names.Id, source.Path, body.Pointer))
            return null;
        scope.Records.MarkSent(table);
        scope.Records.MarkChosen(table, record.Members.Where(static member => member.IsOptional || MayBeUnset(member)).Select(static member => member.WireName));
        scope.Records.Add(
            record with
            {
                Name = bodyName,
                HintName = scope.HintName(bodyName),
                Documentation = new Documentation("The request body of " + names.Id + ": " + record.Name + ", of which " + Listed(body.Required) + " must be given."),
                Members = record.Members.Select(member => Narrow(member, body.Required.Contains(member.WireName))).ToEquatableArray(),
                ItemsMember = null,
                Chosen = [],
                TakesOver = table,
            },
            source.Path,
            body.Pointer);
        return new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + bodyName };
    }

    private static string Listed(EquatableArray<string> names)
        => names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];

    private static RecordMember Narrow(RecordMember member, bool isRequired)
        => member with
        {
            IsOptional = !isRequired,
            Initializer = isRequired ? member.Initializer : null,
            IsOptionalWhereTaken = member.IsOptional,
            MayBeUnsetWhereTaken = MayBeUnset(member),
        };

    // Of a number that a program never set, the table remembers that; it is no zero. Other values are null then, and constants are always set.
    private static bool MayBeUnset(RecordMember member)
        => member is { IsOptional: false, Initializer: null, Type: { IsNullable: false, IsCollection: false, Kind: not (CodeTypeKind.String or CodeTypeKind.Record or CodeTypeKind.Union) } };
}
