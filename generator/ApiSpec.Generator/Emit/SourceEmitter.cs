using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes a generated file. Each kind of element has its own emitter.</summary>
internal static class SourceEmitter
{
    public static string Emit(GeneratedSource source, TargetFramework target)
    {
        var writer = GeneratedFile.Begin(source.Elements[0].Context, target.HasDocumentation);
        for (var i = 0; i < source.Elements.Count; i++)
        {
            if (i > 0)
                writer.Write();
            Write(writer, source.Elements[i], target);
        }

        return writer.Finish();
    }

    private static void Write(CodeWriter writer, GeneratedElement element, TargetFramework target)
    {
        switch (element)
        {
            case GeneratedOperation operation:
                OperationEmitter.Write(writer, operation, target);
                break;
            case GeneratedRecord record:
                RecordEmitter.Write(writer, record, target);
                break;
            case GeneratedOpenEnum openEnum:
                OpenEnumEmitter.Write(writer, openEnum, target);
                break;
            case GeneratedConstants constants:
                ConstantsEmitter.Write(writer, constants);
                break;
            case GeneratedUnion union:
                UnionEmitter.Write(writer, union, target);
                break;
            case GeneratedFilter filter:
                FilterEmitter.Write(writer, filter, target);
                break;
        }
    }
}
