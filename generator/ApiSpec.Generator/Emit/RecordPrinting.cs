namespace ApiSpec.Generator.Emit;

/// <summary>Writes how a record prints itself, where it has to be another way than the compiler's.</summary>
internal static class RecordPrinting
{
    /// <summary>A record prints its members; a secret among them would reach every log that a record is written to.</summary>
    /// <param name="writer">Where the method is written.</param>
    /// <param name="members">The properties, and whether each is secret. When none is, nothing is written.</param>
    public static void WriteMasked(CodeWriter writer, IReadOnlyList<(string Name, bool IsSecret)> members)
    {
        if (!members.Any(static member => member.IsSecret))
            return;
        writer.Open("private bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < members.Count; i++)
        {
            var (name, isSecret) = members[i];
            writer.Write($"builder.Append({SafeText.Literal($"{(i == 0 ? "" : ", ")}{name} = ")});");
            writer.Write(isSecret ? "builder.Append(\"***\");" : $"builder.Append((object?)this.{name});");
        }

        writer.Write("return true;");
        writer.Close();
        writer.Write();
    }
}
