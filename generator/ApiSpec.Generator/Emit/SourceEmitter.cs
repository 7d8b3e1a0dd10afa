using ApiSpec.Generator.Code;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes what a spec file gives, each kind with its emitter.</summary>
internal static class SourceEmitter
{
    public static void Emit(SourceProductionContext output, GeneratedElement model, TargetFramework framework)
    {
        switch (model)
        {
            case GeneratedOperation operation:
                output.Add(operation.HintName, OperationEmitter.Emit(operation, framework));
                if (operation.Query is { } query)
                    output.Add(query.HintName, QueryEmitter.Emit(operation, query, framework));
                break;
            case GeneratedRecord record:
                output.Add(record.HintName, RecordEmitter.Emit(record, framework));
                break;
            case GeneratedOpenEnum openEnum:
                output.Add(openEnum.HintName, OpenEnumEmitter.Emit(openEnum));
                break;
            case GeneratedUnion union:
                output.Add(union.HintName, UnionEmitter.Emit(union, framework));
                break;
            case GeneratedFilter filter:
                output.Add(filter.HintName, FilterEmitter.Emit(filter, framework));
                break;
        }
    }
}
