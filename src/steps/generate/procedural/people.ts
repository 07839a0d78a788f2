/** A first name with its pronouns. */
export interface Person {
  readonly name: string
  /** she, he */
  readonly they: string
  /** her, him */
  readonly them: string
  /** her, his */
  readonly their: string
}

const women =
  'Amara Beatriz Chiara Divya Elif Fatima Greta Hana Ingrid Jasmine Keiko Leila Maya Nadia Olga Priya Rosa Saoirse Talia Uma Vera Wanjiru Ximena Yara Zofia Aisha Bronwyn Carmen Eun-ji Freya Gabriela Hye-jin Ines Joana Kavita Lucia Mei Ngozi Paloma Rania Sunita Thandiwe Valentina Yuki Zainab Alma Birgit Dalia Esi Farah'
const men =
  'Andrei Bashir Carlos Dmitri Emeka Finn Goran Haruto Ivan Jamal Kwame Liam Marco Nikhil Omar Pablo Rafael Stefan Tomas Umar Viktor Wei Xavier Yusuf Zane Arjun Bjorn Cheng Diego Eitan Faisal Gustavo Henrik Idris Jorge Kofi Lars Mateo Nuno Olumide Pedro Ravi Samir Tariq Vikram Anton Baraka Cormac Dario Ezra'

export const people: readonly Person[] = [
  ...women.split(' ').map((name) => ({ name, they: 'she', them: 'her', their: 'her' })),
  ...men.split(' ').map((name) => ({ name, they: 'he', them: 'him', their: 'his' })),
]
