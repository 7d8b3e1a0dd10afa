using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Checks that members of a shared schema can have the values that a page prints for them.</summary>
internal static class MemberValueChecker
{
    public static void Check(ApiScope scope, string path, MemberValue value, ValueTable table)
    {
        if (table.Rows.FirstOrDefault(row => string.Equals(row.Name, value.Name, StringComparison.Ordinal)) is not { } row)
            return;
        var forms = table.Types.Resolve(row.Type, table.Scope, row.Members);
        var (text, mismatch) = value.HasNullConstant ? ("null", forms.IsNullable ? null : ValueText.NoNull)
            : value.Constant is { } constant ? (constant, new ScalarCheck(scope, table.Types).Mismatch(row.Type, table.Scope, constant))
            : ("", null);
        if (mismatch is null)
            return;
        var known = forms.Forms.Count == 1 ? ValueText.Known(forms.Forms[0].Type) : [];
        scope.Report.Add(
            SpecRules.MemberValueMismatch, path, value.Pointer + SpecLocations.Value, text, value.Name,
            mismatch + (known.Count == 0 ? "" : scope.Report.Hint(text, known)));
    }
}
