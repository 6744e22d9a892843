//! The wasm once more, after the compiler and wasm-bindgen: the same program, written so that it travels in fewer bytes.
//!
//! What has a shorter name is [`crate::squeeze`]'s to say. Here functions are put beside those that look like them: a
//! compressor says «as before» in the fewer bits the shorter ago that was, and three in a hundred bytes of the transfer
//! go. wasm-bindgen leaves them ordered by size.

use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, ExportSection, FunctionSection, ImportSection, Module};
use wasmparser::{CodeSectionReader, Export, FunctionSectionReader, ImportSectionReader, Parser, Payload};

use crate::workspace::Fallible;

/// The module with every import and export called `name(its name)`, and its functions in a better order.
///
/// # Errors
/// It is no wasm module, or of a kind that is not understood.
pub fn rewrite(wasm: &[u8], name: &mut dyn FnMut(&str) -> String) -> Fallible<Vec<u8>> {
    let (imported, order) = alike(wasm)?;
    let mut place = vec![0; order.len()];
    order.iter().zip(0..).for_each(|(&was, is)| place[was] = is);
    let mut module = Module::new();
    Rewrite { name, imported, order, place }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the wasm cannot be rewritten: {error}"))?;
    Ok(module.finish())
}

/// How many functions come in, and the module's own in their new order: by signature, and then by their bytes.
fn alike(wasm: &[u8]) -> Fallible<(u32, Vec<usize>)> {
    let mut imported = 0;
    let mut signatures: Vec<u32> = Vec::new();
    let mut bodies: Vec<Range<usize>> = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| format!("the wasm cannot be read: {error}"))? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| format!("an import: {error}"))?;
                    imported += u32::from(matches!(import.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                signatures =
                    section.into_iter().collect::<Result<_, _>>().map_err(|error| error.to_string())?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            _ => {}
        }
    }
    if signatures.len() != bodies.len() {
        return Err(format!("the wasm has {} signatures and {} functions", signatures.len(), bodies.len()));
    }
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    order.sort_by_key(|&at| (signatures[at], &wasm[bodies[at].clone()]));
    Ok((imported, order))
}

struct Rewrite<'n> {
    name: &'n mut dyn FnMut(&str) -> String,
    /// Functions that come in: they are counted first, and keep their places.
    imported: u32,
    /// For every place, which function stood where before.
    order: Vec<usize>,
    /// For every function, where it stands now.
    place: Vec<u32>,
}

impl Reencode for Rewrite<'_> {
    type Error = Infallible;

    fn function_index(&mut self, was: u32) -> Result<u32, Error<Infallible>> {
        let own = was.checked_sub(self.imported).and_then(|own| self.place.get(usize::try_from(own).ok()?));
        Ok(own.map_or(was, |place| self.imported + place))
    }

    fn parse_import_section(
        &mut self,
        out: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            out.import(import.module, &(self.name)(import.name), self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, out: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        let (kind, index) = (self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        out.export(&(self.name)(export.name), kind, index);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let signatures = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in 0..self.order.len() {
            let signature = self.type_index(signatures[self.order[at]])?;
            out.function(signature);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        out: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in 0..self.order.len() {
            self.parse_function_body(out, bodies[self.order[at]].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, Function, TableSection, TableType,
        TypeSection, ValType,
    };

    /// One function comes in. Of its own the module has `0: f(1)`, `1: f(2)` and so on by turns of two signatures; each
    /// gives its number, and the last calls the first and the one that came in. All are exported and in a table.
    fn module(own: u32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("./nattoku_bg.js", "came in", EntityType::Function(0));
        let (mut functions, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for at in 0..own {
            functions.function(at % 2);
            exports.export(&format!("number {at}"), ExportKind::Func, at + 1);
            let mut body = Function::new([]);
            let mut write = body.instructions();
            if at == own - 1 {
                write.call(0).drop().call(1).drop();
            }
            // Falling numbers: the order by bytes is not the one they come in.
            write.i32_const(i32::try_from(own - at).unwrap()).end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let any = TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            minimum: u64::from(own),
            maximum: None,
            table64: false,
            shared: false,
        };
        tables.table(any);
        let mut elements = ElementSection::new();
        let all: Vec<u32> = (1..=own).collect();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(all.into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// What a module does, told by what its functions give: what came in gives `-1`.
    #[derive(Debug, PartialEq)]
    struct Told {
        imports: Vec<String>,
        /// The signature of each, and what it gives.
        exports: BTreeMap<String, (u32, i32)>,
        table: Vec<i32>,
        calls: Vec<i32>,
    }

    fn told(wasm: &[u8]) -> Told {
        let (mut imports, mut signatures, mut exports) = (Vec::new(), Vec::new(), Vec::new());
        let (mut table, mut gives, mut calls) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ImportSection(all) => {
                    imports.extend(all.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::FunctionSection(all) => signatures.extend(all.into_iter().map(Result::unwrap)),
                Payload::ExportSection(all) => {
                    exports.extend(
                        all.into_iter().map(Result::unwrap).map(|one| (one.name.to_owned(), one.index)),
                    );
                }
                Payload::ElementSection(all) => {
                    for element in all {
                        let wasmparser::ElementItems::Functions(functions) = element.unwrap().items else {
                            unreachable!("written as functions")
                        };
                        table.extend(functions.into_iter().map(Result::unwrap));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            wasmparser::Operator::I32Const { value } => gives.push(value),
                            wasmparser::Operator::Call { function_index } => calls.push(function_index),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        let of = |index: u32| index.checked_sub(1).map_or(-1, |own| gives[usize::try_from(own).unwrap()]);
        let exports = exports
            .into_iter()
            .map(|(name, index)| (name, (signatures[usize::try_from(index - 1).unwrap()], of(index))))
            .collect();
        let (table, calls) = (table.into_iter().map(of).collect(), calls.into_iter().map(of).collect());
        Told { imports, exports, table, calls }
    }

    #[test]
    fn functions_move_and_the_program_stays() {
        let before = module(300);
        let after = rewrite(&before, &mut str::to_owned).unwrap();
        assert_ne!(after, before);
        assert_eq!(after.len(), before.len(), "the same numbers, each as long as before");
        assert_eq!(told(&after), told(&before));
        assert_eq!(told(&after).calls, [-1, 300], "what came in, and the first of its own");
        // Twice is once: what lies well is left alone.
        assert_eq!(alike(&after).unwrap().1, (0..300).collect::<Vec<_>>());
    }

    #[test]
    fn names_on_both_sides_are_replaced() {
        let wasm =
            rewrite(&module(3), &mut |name| name.replace("number ", "n").replace("came in", "c")).unwrap();
        let Told { imports, exports, .. } = told(&wasm);
        assert_eq!(imports, ["c"]);
        assert_eq!(exports.into_keys().collect::<Vec<_>>(), ["n0", "n1", "n2"]);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        for bytes in [b"".as_slice(), b"no wasm at all", &module(3)[..60]] {
            assert!(rewrite(bytes, &mut str::to_owned).is_err(), "{bytes:?}");
        }
    }
}
